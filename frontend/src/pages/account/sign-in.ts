import { html } from 'lit';
import { page } from '../../core/page';
import '../../shell/sign-in-page';

export default page({ render: () => html`<pm-sign-in-page></pm-sign-in-page>` });
