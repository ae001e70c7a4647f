/** One value that travels over HTTP; what it is not known to have is empty. */
export type HttpField = {
  readonly name: string;
  readonly type: string;
  readonly format: string;
  readonly required: boolean;
  readonly description: string;
  /** The example as its type would be written in YAML or JSON, or empty. */
  readonly example: string;
  /** Whether the example is text and stands in quotes. */
  readonly isText: boolean;
};

/** A value outside of the body. */
export type HttpParameter = HttpField & { readonly place: 'path' | 'query' | 'header' };

/** The fields of a body, and the names of those that are always there. */
export type HttpBody = { readonly fields: readonly HttpField[]; readonly required: readonly string[] };

/** What a call does and gives; `partial` says what nobody has answered about it. */
export type HttpOperation = {
  readonly id: string;
  readonly method: string;
  readonly summary: string;
  readonly description: string;
  readonly requirements: readonly string[];
  readonly parameters: readonly HttpParameter[];
  readonly body: HttpBody;
  /** The scheme that guards it, `open` where nothing has to be presented, empty where nobody has said. */
  readonly security: string;
  readonly success: HttpBody & { readonly status: string; readonly description: string };
  readonly partial: readonly string[];
};

/** The calls of one path. */
export type HttpPath = { readonly path: string; readonly operations: readonly HttpOperation[] };

/** The errors that share one status code. */
export type HttpError = {
  readonly status: string;
  readonly description: string;
  readonly names: readonly string[];
  /** Says that callers may try again after a wait. */
  readonly waits: boolean;
  /** Says that the answer may tell which limit was used up. */
  readonly tellsLimit: boolean;
};

/** A way to show who is calling. */
export type HttpScheme = {
  readonly id: string;
  readonly type: string;
  readonly description: string;
  /** The further fields of its type. */
  readonly fields: readonly { readonly name: string; readonly value: string }[];
};

/** What the answers say of the system as seen over HTTP; without a call it has no paths. */
export type HttpInterface = {
  readonly server: string;
  readonly licence: string;
  readonly spdx: string;
  readonly paths: readonly HttpPath[];
  /** Says that some call carries fields in a body. */
  readonly hasBodies: boolean;
  readonly errors: readonly HttpError[];
  readonly errorNames: readonly string[];
  readonly schemes: readonly HttpScheme[];
  /** What nobody has answered, for the whole or for one call. */
  readonly partial: readonly string[];
  /** What was answered and cannot be said in such a description. */
  readonly left: readonly { readonly text: string; readonly because: string }[];
};
