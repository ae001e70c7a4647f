/** Computes a requirement id from the section code, the pattern's number and, for tables, the row: `REQ-REC-004.redis`. */
export function requirementId(code: string, number: number, row?: string): string {
  const base = `REQ-${code}-${String(number).padStart(3, '0')}`;
  return row === undefined ? base : `${base}.${row}`;
}

/** Finds whole requirement ids in a text, with or without the spec they belong to. */
export const REQUIREMENT_ID = /\bREQ-[A-Z][A-Z0-9]*-\d{3,}(?:\.[a-z0-9][a-z0-9-]*)?/g;
