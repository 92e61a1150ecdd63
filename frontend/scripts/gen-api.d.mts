/** Writes the files that are missing or out of date; true when any was. */
export function generate(): Promise<boolean>;
