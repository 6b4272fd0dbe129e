// Colours of a terminal, or none: then the package that colours is not even loaded.
import pc from 'picocolors';
import { type Paint, plainPaint } from '../report/paint.ts';

export function createPaint(isColoured: boolean): Paint {
  return isColoured ? pc.createColors(true) : plainPaint;
}
