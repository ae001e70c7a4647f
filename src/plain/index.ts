// plain: the same interview line by line; it must never know files, full screens or what an answer means.
export declare function runPlain(parts: Readonly<Record<string, unknown>>): Promise<'finished' | 'cancel' | 'end-of-input'>;
