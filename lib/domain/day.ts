// The days of the agent's own calendar.

/** The day of a moment (epoch ms) where the agent is, as 2026-11-22. */
export function dayOf(at: number): string {
  const moment = new Date(at);
  const two = (number: number) => String(number).padStart(2, '0');
  return `${moment.getFullYear()}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`;
}
