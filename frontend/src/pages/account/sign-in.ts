import { html } from 'lit';
import { page } from '../../core/page';
import '../../shell/sign-in-page';

export default page({ render: () => html`<tb-sign-in-page></tb-sign-in-page>` });
