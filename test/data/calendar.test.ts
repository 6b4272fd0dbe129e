import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addCalendar, daysBetween, isRealDate, workingDaysBetween } from '../../server/src/text/calendar.ts';

test('knows which dates exist', () => {
  for (const date of ['2024-02-29', '2000-02-29', '2025-12-31', '0001-01-01', '9999-12-31']) assert.equal(isRealDate(date), true, date);
  for (const date of [
    '2025-02-29',
    '1900-02-29',
    '2025-04-31',
    '2025-13-01',
    '2025-00-10',
    '2025-01-00',
    '0000-01-01',
    '2025-1-01',
    '2025-01-01 ',
    '2025-01-01T00:00:00Z',
    '２０２５-01-01',
    '',
  ])
    assert.equal(isRealDate(date), false, date);
});

function checkAdd(date: string, amount: number, unit: 'min' | 'h' | 'd' | 'mo' | 'y', expected: string | undefined): void {
  assert.equal(addCalendar(date, { amount, unit }), expected, `${date} + ${amount}${unit}`);
}

test('adds days across months, years and leap days', () => {
  checkAdd('2024-02-28', 1, 'd', '2024-02-29');
  checkAdd('2025-02-28', 1, 'd', '2025-03-01');
  checkAdd('2025-12-31', 1, 'd', '2026-01-01');
  checkAdd('2026-03-29', 1, 'd', '2026-03-30');
  checkAdd('2025-01-01', 0, 'd', '2025-01-01');
  checkAdd('2025-01-01', 36500, 'd', '2124-12-08');
});

test('adds months and years by the calendar and stops at the end of a shorter month', () => {
  checkAdd('2024-01-31', 1, 'mo', '2024-02-29');
  checkAdd('2025-01-31', 1, 'mo', '2025-02-28');
  checkAdd('2025-01-31', 3, 'mo', '2025-04-30');
  checkAdd('2025-11-30', 3, 'mo', '2026-02-28');
  checkAdd('2024-02-29', 1, 'y', '2025-02-28');
  checkAdd('2024-02-29', 4, 'y', '2028-02-29');
  checkAdd('2023-12-15', 36, 'mo', '2026-12-15');
  checkAdd('2023-12-15', 3, 'y', '2026-12-15');
});

test('counts hours, minutes and fractions from the beginning of the day', () => {
  checkAdd('2025-06-01', 23, 'h', '2025-06-01');
  checkAdd('2025-06-01', 24, 'h', '2025-06-02');
  checkAdd('2025-06-01', 1439, 'min', '2025-06-01');
  checkAdd('2025-06-01', 1440, 'min', '2025-06-02');
  checkAdd('2025-06-01', 1.5, 'd', '2025-06-02');
  checkAdd('2025-06-01', 1.5, 'y', '2026-12-01');
  checkAdd('2025-06-01', 0.1, 'y', '2025-07-07');
  checkAdd('2025-06-01', 0.5, 'mo', '2025-06-16');
});

test('stays within the calendar and refuses what is no date', () => {
  checkAdd('9999-12-31', 1, 'd', '9999-12-31');
  checkAdd('2025-01-01', 1e300, 'y', '9999-12-31');
  checkAdd('2025-01-01', Number.POSITIVE_INFINITY, 'mo', '9999-12-31');
  checkAdd('2025-02-30', 1, 'd', undefined);
  checkAdd('2025-01-01', Number.NaN, 'd', undefined);
});

test('agrees with the day count of another implementation over 400 years', () => {
  const start = Date.UTC(1900, 0, 1);
  for (let day = 0; day <= 146097; day += 397) {
    const expected = new Date(start + day * 86_400_000).toISOString().slice(0, 10);
    assert.equal(addCalendar('1900-01-01', { amount: day, unit: 'd' }), expected);
    assert.equal(daysBetween('1900-01-01', expected), day);
  }
});

test('counts the days between two dates, backwards too', () => {
  assert.equal(daysBetween('2025-01-01', '2025-06-30'), 180);
  assert.equal(daysBetween('2025-06-30', '2025-01-01'), -180);
  assert.equal(daysBetween('2024-02-28', '2024-03-01'), 2);
  assert.equal(daysBetween('2024-02-30', '2024-03-01'), undefined);
});

test('counts working days after the first date, up to and including the second', () => {
  const cases: readonly (readonly [string, string, number])[] = [
    ['2025-03-20', '2025-03-20', 0], // a Thursday
    ['2025-03-20', '2025-03-21', 1],
    ['2025-03-20', '2025-03-23', 1], // over the weekend
    ['2025-03-20', '2025-03-24', 2],
    ['2025-03-22', '2025-03-24', 1], // from a Saturday
    ['2025-03-23', '2025-03-24', 1],
    ['2025-03-20', '2025-04-17', 20],
    ['2025-03-20', '2025-04-18', 21],
    ['2025-04-08', '2025-03-20', 0],
  ];
  for (const [from, to, expected] of cases) assert.equal(workingDaysBetween(from, to), expected, `${from} to ${to}`);
  assert.equal(workingDaysBetween('2025-03-20', '2025-13-01'), undefined);
});
