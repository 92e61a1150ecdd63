import type { Catalogue } from '../../core/i18n';
import { account } from './account';
import { coding } from './coding';
import { console } from './console';
import { fields } from './fields';

const english: Catalogue = { ...fields, ...console, ...account, ...coding };
export default english;
