// Batches and units of the two products, made over the API.

/** A batch with one code, and one whose 500 units have codes, of the board. */
export async function batches({ api, board }) {
  await api.post('/batches', {
    product_id: board,
    batch_no: '20261101A',
    made_on: '2026-11-01',
    expires_on: '2028-11-01',
    coding_mode: 'batch',
  });
  await api.post('/batches', {
    product_id: board,
    batch_no: '20261115B',
    made_on: '2026-11-15',
    expires_on: '2028-11-15',
    coding_mode: 'unit',
    quantity: 500,
    serial_prefix: 'B',
    first_serial: '0001',
  });
}

/** Ten million units of the plywood, in no batch. */
export async function units({ api, plywood }) {
  const order = { product_id: plywood, serial_prefix: 'A', first_serial: '00000001', quantity: 10_000_000 };
  await api.post('/unit-issues', order);
}

/** A batch of the plywood into which 100 of its units came afterwards. */
export async function associated({ api, plywood }) {
  const batch_no = 'P20261119';
  await api.post('/batches', { product_id: plywood, batch_no, made_on: '2026-11-18', coding_mode: 'batch' });
  const run = { first_serial: 'A00000101', last_serial: 'A00000200', quantity: 100 };
  await api.post('/unit-associations', { product_id: plywood, batch_no, ...run });
}

/** A unit of the plywood that is voided. */
export async function voided({ api, plywood }) {
  const run = { first_serial: 'A00000042', last_serial: 'A00000042', quantity: 1 };
  await api.post('/unit-voids', { product_id: plywood, ...run, reason: '运输途中破损' });
}
