// Dates as `YYYY-MM-DD` strings and what plans do with them: add a duration, count days, count working days.
// Everything is integer arithmetic on day numbers, so no clock, no time zone and no summer time can move a date.

export type DurationUnit = 'min' | 'h' | 'd' | 'mo' | 'y';

/** A duration of the format (format.md section 1): `30min`, `24h`, `20d`, `36mo`, `3y`. */
export interface Duration {
  readonly amount: number;
  readonly unit: DurationUnit;
}

/** True for `YYYY-MM-DD` where that day exists in the Gregorian calendar; there is no year 0. */
export function isRealDate(text: string): boolean {
  return parseDate(text) !== undefined;
}

/**
 * The date a duration after another date, both `YYYY-MM-DD`. Months and years follow the calendar and stop at the end of a shorter
 * month (2024-01-31 + 1mo = 2024-02-29); minutes, hours and fractions count from the beginning of the day, and the answer is the day
 * in which that moment falls. Beyond 9999-12-31 the answer stays there, so that dates still compare as strings.
 * Undefined where the date is not real or the amount is no number.
 */
export function addCalendar(date: string, duration: Duration): string | undefined {
  const start = parseDate(date);
  if (start === undefined || Number.isNaN(duration.amount)) return undefined;
  switch (duration.unit) {
    case 'min':
      return formatDay(dayNumber(start) + wholePart(duration.amount / 1440));
    case 'h':
      return formatDay(dayNumber(start) + wholePart(duration.amount / 24));
    case 'd':
      return formatDay(dayNumber(start) + wholePart(duration.amount));
    case 'mo':
      return formatDay(addMonths(start, duration.amount));
    case 'y':
      return formatDay(addMonths(start, duration.amount * 12));
  }
}

/** Days from one date to another: 0 for the same day, negative when `to` is earlier. Undefined where one is not real. */
export function daysBetween(from: string, to: string): number | undefined {
  const start = parseDate(from);
  const end = parseDate(to);
  return start === undefined || end === undefined ? undefined : dayNumber(end) - dayNumber(start);
}

/**
 * Working days, Monday to Friday, after `from` up to and including `to`: the day of `from` itself does not count, as in a legal time
 * limit. 0 when `to` is not later. Public holidays are not known here. Undefined where a date is not real.
 */
export function workingDaysBetween(from: string, to: string): number | undefined {
  const start = parseDate(from);
  const end = parseDate(to);
  if (start === undefined || end === undefined) return undefined;
  return Math.max(0, workingDaysUpTo(dayNumber(end)) - workingDaysUpTo(dayNumber(start)));
}

interface CalendarDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;
const LAST_DAY = dayNumber({ year: 9999, month: 12, day: 31 });

function parseDate(text: string): CalendarDate | undefined {
  if (!/^[0-9]{4}-[0-9]{2}-[0-9]{2}$/.test(text)) return undefined;
  const year = Number(text.slice(0, 4));
  const month = Number(text.slice(5, 7));
  const day = Number(text.slice(8, 10));
  const exists = year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
  return exists ? { year, month, day } : undefined;
}

/** Days since Monday, 1 January of the year 1, which is day 0. */
function dayNumber({ year, month, day }: CalendarDate): number {
  let days = daysBeforeYear(year) + day - 1;
  for (let earlier = 1; earlier < month; earlier++) days += daysInMonth(year, earlier);
  return days;
}

function formatDay(day: number): string {
  let rest = Math.max(0, Math.min(day, LAST_DAY));
  // The mean length of a year gives the year or a neighbour of it; the two loops settle which.
  let year = Math.floor(rest / 365.2425) + 1;
  while (daysBeforeYear(year) > rest) year--;
  while (daysBeforeYear(year + 1) <= rest) year++;
  rest -= daysBeforeYear(year);
  let month = 1;
  while (rest >= daysInMonth(year, month)) {
    rest -= daysInMonth(year, month);
    month++;
  }
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(rest + 1).padStart(2, '0')}`;
}

/** Day number of a date that many months later; what is left of a broken month counts as that share of the month reached. */
function addMonths(start: CalendarDate, amount: number): number {
  const whole = wholePart(amount);
  const months = start.year * 12 + (start.month - 1) + whole;
  const year = Math.floor(months / 12);
  if (year > 9999) return LAST_DAY;
  if (year < 1) return 0;
  const month = months - year * 12 + 1;
  const length = daysInMonth(year, month);
  const reached = dayNumber({ year, month, day: Math.min(start.day, length) });
  return reached + wholePart(Math.max(0, amount - whole) * length);
}

/** Rounds down, but lets 11.999999999, which is a 12 that was computed, be 12. */
function wholePart(amount: number): number {
  return Math.floor(amount + 1e-9);
}

function daysBeforeYear(year: number): number {
  const past = year - 1;
  return past * 365 + Math.floor(past / 4) - Math.floor(past / 100) + Math.floor(past / 400);
}

function daysInMonth(year: number, month: number): number {
  return month === 2 && isLeapYear(year) ? 29 : (MONTH_LENGTHS[month - 1] ?? 0);
}

function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

/** Working days from day 0, a Monday, up to and including a day. */
function workingDaysUpTo(day: number): number {
  const weeks = Math.floor(day / 7);
  return weeks * 5 + Math.min(day - weeks * 7 + 1, 5);
}
