// The date on the clock of the machine: the check date where nobody says another.

/** `YYYY-MM-DD`, in the machine's time zone. */
export function localDate(): string {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
}
