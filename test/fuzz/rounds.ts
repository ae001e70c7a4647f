import { appendFileSync } from 'node:fs';

/** How many times something is tried: a few in the short form, as many as the long form asks for. */
export function rounds(short: number, per = 1): number {
  const asked = process.env['SPEC_INTERVIEW_FUZZ'];
  return asked === undefined ? short : Math.ceil(Number(asked) / per);
}

/** Notes a figure for whoever asked for the long form. */
export function counted(text: string): void {
  const file = process.env['SPEC_INTERVIEW_COUNTS'];
  if (file !== undefined) appendFileSync(file, `${text}\n`);
}
