import type { HttpField, HttpInterface } from '../spec/index.js';

const field: HttpField = {
  name: 'amount',
  type: 'integer',
  format: 'int64',
  required: true,
  description: 'Allowed: 1 to 100.',
  example: '42',
  isText: false,
};

const text: HttpField = {
  ...field,
  name: 'note',
  type: 'string',
  format: '',
  example: 'a "note"',
  isText: true,
};

const plain: HttpField = { ...text, name: 'left', required: false, description: '', example: '' };

/** The part of the sample document that is seen over HTTP. */
export const HTTP: HttpInterface = {
  server: 'https://orders.example.internal/v1',
  licence: 'proprietary, internal use',
  spdx: 'LicenseRef-proprietary-internal-use',
  paths: [
    {
      path: '/orders/{id}',
      operations: [
        {
          id: 'change-order',
          method: 'put',
          summary: 'change the order',
          description: 'Called by the web shop.',
          requirements: ['REQ-IFC-001.change-order'],
          parameters: [
            { ...text, name: 'id', place: 'path' },
            { ...text, name: 'page', required: false, place: 'query' },
          ],
          body: { fields: [field, text, plain], required: ['amount', 'note'] },
          security: 'session',
          success: { status: '200', description: 'the order', fields: [field], required: ['amount'] },
          partial: ['what the caller presents is not known'],
        },
        {
          id: 'show-order',
          method: 'get',
          summary: 'show the order',
          description: '',
          requirements: [],
          parameters: [],
          body: { fields: [], required: [] },
          security: 'open',
          success: { status: '204', description: 'it succeeded', fields: [], required: [] },
          partial: [],
        },
      ],
    },
  ],
  hasBodies: true,
  errors: [
    { status: '429', description: 'busy: too many', names: ['busy'], waits: true, tellsLimit: true },
    { status: '404', description: 'absent: no order', names: ['absent'], waits: false, tellsLimit: false },
  ],
  errorNames: ['busy', 'absent'],
  schemes: [
    {
      id: 'session',
      type: 'apiKey',
      description: 'A cookie.',
      fields: [
        { name: 'in', value: 'cookie' },
        { name: 'name', value: 'session' },
      ],
    },
    { id: 'mtls', type: 'mutualTLS', description: 'A certificate.', fields: [] },
  ],
  partial: ['no licence is known (ifc.licence)'],
  left: [{ text: 'order.placed', because: 'it is no call of HTTP' }],
};
