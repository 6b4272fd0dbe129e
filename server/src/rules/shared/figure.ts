// Numbers of the classifier as a message shows them.
import { method } from '../../governance/method.ts';
import { atLeast, atMost } from '../../governance/verdict.ts';

const { governmentLocus, societyLocus, fallbackLocus, interaction, contextHigh } = method.thresholds;
const boundaries = [governmentLocus, societyLocus, fallbackLocus, interaction, contextHigh];

/** Past these digits nobody sees a difference any more. */
const MOST_DIGITS = 4;

/** Two digits, or as many as it takes to see on which side of a threshold the value lies: 0.697, which 0.70 would hide. */
export function figure(value: number): string {
  const sides = (number: number): string => boundaries.map((boundary) => `${atLeast(number, boundary)} ${atMost(number, boundary)}`).join();
  let digits = 2;
  while (digits < MOST_DIGITS && sides(Number(value.toFixed(digits))) !== sides(value)) digits++;
  return value.toFixed(digits);
}
