/** Every kind of work that a list of tasks can hold, so that a template is checked against each. */
export const SAMPLE_KINDS = [
  'test',
  'build',
  'static-check',
  'scan',
  'load-test',
  'drill',
  'monitor',
  'inspection',
] as const;
