export const LINK_TYPE = '$>';

/** The streams of links that the index keeps; nobody writes them. */
export const CATEGORY = '$ce-';
export const EVENT_TYPE = '$et-';

export const isLinkStream = (name: string) => name.startsWith(CATEGORY) || name.startsWith(EVENT_TYPE);

/** What stands before the first dash of a stream's name, undefined if nothing does or if the stream is the system's. */
export function categoryOf(stream: string): string | undefined {
  const dash = stream.indexOf('-');
  return dash > 0 && !stream.startsWith('$') ? stream.slice(0, dash) : undefined;
}
