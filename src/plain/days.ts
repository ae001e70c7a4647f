import { parseDay } from '../form/index.js';

export { parseDay };

/** Gives the day `days` after `now` in the time zone of the person, as YYYY-MM-DD. */
export function dayFrom(now: number, days: number): string {
  const date = new Date(now);
  const day = new Date(date.getFullYear(), date.getMonth(), date.getDate() + days);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${String(day.getFullYear())}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
}
