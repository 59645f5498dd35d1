/**
 * Days are `YYYY-MM-DD`, months `YYYY-MM`, instants RFC 3339 in UTC with milliseconds, so that all compare as strings.
 * The district's clock is Asia/Shanghai, which has stood at +08:00 without summer time since 1991.
 */
const SHANGHAI_AHEAD = 8 * 3_600_000;
const DAY = 86_400_000;

/** The day in Shanghai on which an instant falls. */
export const dayOf = (instant: string): string =>
  new Date(Date.parse(instant) + SHANGHAI_AHEAD).toISOString().slice(0, 10);

/** The instant at which a day begins in Shanghai. */
export const startOf = (day: string): string => new Date(Date.parse(day) - SHANGHAI_AHEAD).toISOString();

/** The instant at which a day is over in Shanghai: from then on a thing due on that day is late. */
export const endOf = (day: string): string => startOf(addDays(day, 1));

/** An hour of a day in Shanghai, 0 to 23. */
export const atHour = (day: string, hour: number): string =>
  new Date(Date.parse(startOf(day)) + hour * 3_600_000).toISOString();

/** The last day that is not over before an instant: of what is due at midnight, the day that still counts. */
export const lastDayBefore = (instant: string): string => dayOf(new Date(Date.parse(instant) - 1).toISOString());

export const addDays = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * DAY).toISOString().slice(0, 10);

/** Days from one day to another, negative if the other lies before it. */
export const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / DAY;

/** 0 is Sunday. */
export const weekdayOf = (day: string): number => new Date(Date.parse(day)).getUTCDay();

export const monthOf = (day: string): string => day.slice(0, 7);
export const yearOf = (dayOrMonth: string): number => Number(dayOrMonth.slice(0, 4));
/** 1 to 12 */
export const monthNumber = (month: string): number => Number(month.slice(5, 7));
export const monthIn = (year: number, number: number): string => `${year}-${String(number).padStart(2, '0')}`;

const LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Without a Date, since every figure of every row asks for it. */
export function lastDayOf(month: string): string {
  const [year, number] = [yearOf(month), monthNumber(month)];
  const leap = number === 2 && (year % 400 === 0 || (year % 4 === 0 && year % 100 !== 0));
  return `${month.slice(0, 7)}-${LENGTHS[number - 1]! + (leap ? 1 : 0)}`;
}

/** The day of a month with that number, or its last day if it has fewer. */
export const dayIn = (month: string, number: number): string => {
  const day = `${month}-${String(number).padStart(2, '0')}`;
  return day < lastDayOf(month) ? day : lastDayOf(month);
};

/** The same day of a later month, or that month's last day if it has fewer. */
export function addMonths(day: string, months: number): string {
  const since = yearOf(day) * 12 + monthNumber(day) - 1 + months;
  return dayIn(monthIn(Math.floor(since / 12), (since % 12) + 1), Number(day.slice(8)));
}

/** Whether a text is a day that exists. */
export const isDay = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) &&
  !Number.isNaN(Date.parse(text)) &&
  new Date(Date.parse(text)).toISOString().slice(0, 10) === text;

/** Whether a text is a month that exists. */
export const isMonth = (text: string): boolean => isDay(`${text}-01`);
