import i18next from 'i18next';
import { isTextKey, textNames } from '@/i18n';

/** `opportunity_contact` as words, for what this version has no name for. */
const words = (name: string) => {
  const text = name.replaceAll('_', ' ').trim();
  return text.charAt(0).toUpperCase() + text.slice(1);
};

const nameIn = (key: string, name: string) => (isTextKey(key) ? i18next.t(key) : words(name));

/** What a row of a table is called. */
export const thingName = (table: string) => nameIn(`audit.things.${table}`, table);

/** What a column is called. */
export const columnName = (column: string) => nameIn(`audit.columns.${column}`, column);

/** The tables of the audit log that have a name. */
export const things = () => textNames('audit.things');
