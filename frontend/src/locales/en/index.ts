import type { Catalogue } from '../../core/i18n';
import { account } from './account';
import { coding } from './coding';
import { company } from './company';
import { console } from './console';
import { fields } from './fields';
import { kit } from './kit';

const english: Catalogue = { ...fields, ...console, ...account, ...coding, ...company, ...kit };
export default english;
