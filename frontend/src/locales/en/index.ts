import type { Catalogue } from '../catalogue';
import { account } from './account';
import { claim } from './claim';
import { coding } from './coding';
import { console } from './console';
import { enterprise } from './enterprise';
import { feedback } from './feedback';
import { fields } from './fields';
import { filing } from './filing';
import { identity } from './identity';
import { job } from './job';
import { kit } from './kit';
import { labels } from './labels';
import { notices } from './notices';
import { output } from './output';
import { pack } from './pack';
import { page } from './page';
import { product } from './product';
import { productForm } from './product-form';
import { reviewed } from './reviewed';
import { template } from './template';

const english: Catalogue = {
  ...account,
  ...claim,
  ...coding,
  ...enterprise,
  ...console,
  ...feedback,
  ...fields,
  ...filing,
  ...job,
  ...identity,
  ...kit,
  ...labels,
  ...notices,
  ...output,
  ...pack,
  ...page,
  ...product,
  ...productForm,
  ...reviewed,
  ...template,
};
export default english;
