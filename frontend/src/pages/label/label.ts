import { html } from 'lit';
import type { Values } from '../../kit/form/field';
import { page } from '../../kit/page';
import './designer';

const ASKED = ['product_id', 'subject', 'batch_id', 'first_serial', 'last_serial'];

/** Labels of a product, a batch or units, as the address says. */
export default page({
  render: ({ match }) => {
    const given: Values = {};
    for (const name of ASKED) {
      const value = match.query.get(name);
      if (value) given[name] = value;
    }
    return html`<pm-label-designer .given=${given}></pm-label-designer>`;
  },
});
