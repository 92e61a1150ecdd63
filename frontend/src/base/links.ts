// Where the console's pages are, so that an address is written in one place.

type Query = Record<string, string | null | undefined>;

const withQuery = (path: string, query: Query): string => {
  const given = Object.entries(query).filter((e): e is [string, string] => !!e[1]);
  return given.length ? `${path}?${new URLSearchParams(given)}` : path;
};

export const links = {
  home: '/',
  login: '/login',
  register: '/register',
  forgot: '/forgot',
  enterprise: '/enterprise',
  enterpriseEdit: '/enterprise/edit',
  enterpriseChange: '/enterprise/change',
  identityReview: '/platform/identity-requests',
  brands: '/brands',
  qualifications: (query: { expiry_state?: string } = {}) => withQuery('/qualifications', query),
  password: '/password',
  products: '/products',
  productNew: '/products/new',
  product: (id: string) => `/products/${id}`,
  productEdit: (id: string) => `/products/${id}/edit`,
  productChange: (id: string) => `/products/${id}/change`,
  /** The product, and at once the question whether it is to be submitted. */
  productSubmit: (id: string) => `/products/${id}?submit=1`,
  templates: '/templates',
  templateNew: (query: { from?: string } = {}) => withQuery('/templates/new', query),
  templateEdit: (id: string) => `/templates/${id}/edit`,
  batches: (query: { product_id?: string } = {}) => withQuery('/batches', query),
  batch: (id: string) => `/batches/${id}`,
  batchNew: (query: { product_id?: string } = {}) => withQuery('/batches/new', query),
  units: (query: { product_id?: string; batch_id?: string; state?: string } = {}) => withQuery('/units', query),
  unit: (of: { product_id: string; serial: string }) =>
    withQuery('/unit', { product_id: of.product_id, serial: of.serial }),
  packs: (query: { product_id?: string; recall_id?: string } = {}) => withQuery('/packs', query),
  recalls: (query: { product_id?: string } = {}) => withQuery('/recalls', query),
  unitIssue: (query: { product_id?: string; batch_no?: string } = {}) => withQuery('/units/issue', query),
  labels: (query: {
    product_id?: string;
    subject?: string;
    batch_id?: string;
    first_serial?: string;
    last_serial?: string;
  }) => withQuery('/labels', query),
  scans: (query: { product_id?: string; code?: string } = {}) => withQuery('/scans', query),
  feedbackList: (query: { state?: string; product_id?: string } = {}) => withQuery('/consumer-feedback', query),
  feedback: (id: string) => `/consumer-feedback/${id}`,
  filings: (query: { product_id?: string; filing_batch_id?: string } = {}) => withQuery('/filings', query),
  filingsDue: '/filings/due',
  filingsDueOf: (product_id: string) => withQuery('/filings/due/periods', { product_id }),
  filingBatches: '/filings/batches',
  rechecks: '/products/rechecks',
  review: '/platform/products',
  claims: '/code-claims',
  claimReview: '/platform/code-claims',
  changeRequests: '/platform/change-requests',
  jobs: '/jobs',
  enterprises: '/platform/enterprises',
  notices: '/notices',
  noticeSettings: '/notice-settings',
  platformNotices: '/platform/notices',
};
