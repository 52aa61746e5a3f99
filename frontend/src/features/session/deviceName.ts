import Bowser from 'bowser';

/** The browser and the system of a session, such as "Firefox, Windows"; undefined if the header does not name them. */
export function deviceName(userAgent: string | null | undefined) {
  if (!userAgent) return undefined;
  const { browser, os } = Bowser.parse(userAgent);
  return [browser.name, os.name].filter(Boolean).join(', ') || userAgent;
}
