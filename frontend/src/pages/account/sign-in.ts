import { html } from 'lit';
import { page } from '../../kit/page';
import '../../parts/sign-in/sign-in-page';

export default page({ render: () => html`<pm-sign-in-page></pm-sign-in-page>` });
