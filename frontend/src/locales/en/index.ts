import type { Catalogue } from '../catalogue';
import { account } from './account';
import { coding } from './coding';
import { company } from './company';
import { console } from './console';
import { feedback } from './feedback';
import { fields } from './fields';
import { filing } from './filing';
import { kit } from './kit';
import { labels } from './labels';
import { notices } from './notices';
import { pack } from './pack';
import { page } from './page';
import { product } from './product';
import { productForm } from './product-form';
import { template } from './template';

const english: Catalogue = {
  ...account,
  ...coding,
  ...company,
  ...console,
  ...feedback,
  ...fields,
  ...filing,
  ...kit,
  ...labels,
  ...notices,
  ...pack,
  ...page,
  ...product,
  ...productForm,
  ...template,
};
export default english;
