/** Today in the person's own time zone, as `YYYY-MM-DD`. */
export function today({ now }: { readonly now: () => number }): string {
  const date = new Date(now());
  const two = (value: number) => String(value).padStart(2, '0');
  return `${String(date.getFullYear())}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
