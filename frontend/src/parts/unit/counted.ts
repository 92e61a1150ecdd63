import type { Values } from '../../kit/form/field';
import { countBetween } from './serials';

/** The quantity follows from the two serials; it can still be corrected, and the server compares. */
export function counted(values: Values): Values | undefined {
  const ends = `${values.first_serial ?? ''}\n${values.last_serial ?? ''}`;
  const count = countBetween(values.first_serial as string, values.last_serial as string);
  return count && values.counted !== ends ? { quantity: count, counted: ends } : undefined;
}
