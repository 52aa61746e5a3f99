/** A user whom a note may mention. */
export type Named = { id: string; name: string };

// As MentionTokens.java reads them.
const TOKEN = /\[@((?:[^\][\\\n]|\\.){1,400})\]\(user:([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\)/gu;
const SPECIAL = /[\\[\]`*_<>&!]/g;

const escaped = (text: string) => text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');

/** A stored text as its author sees it while writing: names only, and whom they mean. */
export function decodeMentions(stored: string): { text: string; people: Named[] } {
  const people: Named[] = [];
  const text = stored.replace(TOKEN, (_, name: string, id: string) => {
    const person = { id, name: name.replace(/\\(.)/gu, '$1') };
    if (!people.some((other) => other.id === id)) people.push(person);
    return `@${person.name}`;
  });
  return { text, people };
}

/**
 * The text to store. The name of a user who was picked means that user; any other name only means somebody if no two have it. The longest name
 * wins: @Tiit Mäesalu is not Tiit Mäe.
 */
export function encodeMentions(typed: string, picked: Named[], others: Named[]): string {
  const meant = new Map(picked.map((person) => [person.name, person]));
  for (const person of others)
    if (!meant.has(person.name) && others.filter(({ name }) => name === person.name).length === 1)
      meant.set(person.name, person);
  if (!meant.size) return typed;
  const names = [...meant.keys()].sort((one, other) => other.length - one.length).map(escaped);
  return typed.replace(
    new RegExp(`(?<![\\p{L}\\p{N}])@(${names.join('|')})(?![\\p{L}\\p{N}])`, 'gu'),
    (written, name: string) => {
      const person = meant.get(name);
      return person ? `[@${name.replace(SPECIAL, '\\$&')}](user:${person.id})` : written;
    },
  );
}
