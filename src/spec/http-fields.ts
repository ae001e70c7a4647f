import type { HttpBody, HttpField } from './http-parts.js';
import type { ReadRow } from './read-table.js';

const NUMBER = /^-?(?:0|[1-9]\d{0,14})(?:\.\d{1,15})?$/;

/** What an example of a type has to look like; that of any other type is only told. */
const EXAMPLES: Readonly<Record<string, RegExp>> = {
  string: /\S/,
  integer: /^-?(?:0|[1-9]\d{0,14})$/,
  number: NUMBER,
  boolean: /^(?:true|false)$/,
  date: /^\d{4}-\d{2}-\d{2}$/,
  datetime: /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})$/,
};

const FORMATS: Readonly<Record<string, string>> = { date: 'date', datetime: 'date-time' };

const BARE = ['integer', 'number', 'boolean'];

/** Reads one row of the table of fields. */
export function httpField({ cell, text }: ReadRow): HttpField {
  const said = cell('type');
  const type = typeof said === 'string' ? said : '';
  const example = text('example');
  const fits = EXAMPLES[type]?.test(example) ?? false;
  const says = [
    sentence('Allowed', text('bounds')),
    fits ? '' : sentence('For example', example),
    sentence('Never shown to', text('hidden_from')),
  ];
  return {
    name: text('name'),
    type: type in FORMATS ? 'string' : type,
    format: FORMATS[type] ?? '',
    required: cell('required') === true,
    description: says.filter((part) => part !== '').join(' '),
    example: fits ? example : '',
    isText: !BARE.includes(type),
  };
}

/** A field of which only the name is known; whatever stands in an address is text. */
export function textField(name: string, required: boolean): HttpField {
  return { name, type: 'string', format: '', required, description: '', example: '', isText: true };
}

/** Gives a body of fields; a name that comes twice counts once. */
export function httpBody(fields: readonly HttpField[]): HttpBody {
  const once = [...new Map(fields.toReversed().map((field) => [field.name, field])).values()].toReversed();
  return {
    fields: once,
    required: once.filter(({ required }) => required).map(({ name }) => name),
  };
}

function sentence(label: string, text: string): string {
  if (text === '') return '';
  const joined = label.endsWith('to') ? `${label} ${text}` : `${label}: ${text}`;
  return /[.!?]$/.test(joined) ? joined : `${joined}.`;
}
