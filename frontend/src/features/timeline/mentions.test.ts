import { expect, test } from 'vitest';
import { decodeMentions, encodeMentions } from './mentions';

const short = { id: '0190b1c8-7e3a-7c21-9d5e-2f6b8a4c1d30', name: 'Tiit Mäe' };
const long = { id: '0190b1c8-7e3a-7c21-9d5e-2f6b8a4c1d31', name: 'Tiit Mäesalu' };
const twin = { id: '0190b1c8-7e3a-7c21-9d5e-2f6b8a4c1d32', name: 'Tiit Mäe' };

const token = ({ id, name }: typeof short) => `[@${name}](user:${id})`;

test('a longer name does not mention the user of a shorter one', () => {
  expect(encodeMentions('Tere @Tiit Mäesalu!', [long], [short, long])).toBe(`Tere ${token(long)}!`);
  expect(encodeMentions('Tere @Tiit Mäesalu!', [], [short, long])).toBe(`Tere ${token(long)}!`);
  expect(encodeMentions('@Tiit Mäe, @Tiit Mäesalu', [short, long], [])).toBe(`${token(short)}, ${token(long)}`);
  expect(encodeMentions('@Tiit Mäeots', [short], [short, long])).toBe('@Tiit Mäeots');
});

test('of two users with one name the picked one is meant', () => {
  expect(encodeMentions('@Tiit Mäe', [twin], [short, twin])).toBe(token(twin));
  expect(encodeMentions('@Tiit Mäe', [], [short, twin])).toBe('@Tiit Mäe');
});

test('an address is no mention', () => {
  expect(encodeMentions('kai@Tiit Mäe', [short], [short])).toBe('kai@Tiit Mäe');
});

test('a stored text is shown with names and comes back the same', () => {
  const odd = { id: short.id, name: 'T [x] *Mäe*' };
  const stored = `Tere [@T \\[x\\] \\*Mäe\\*](user:${odd.id}), ${token(long)}`;
  const { text, people } = decodeMentions(stored);
  expect(text).toBe('Tere @T [x] *Mäe*, @Tiit Mäesalu');
  expect(people).toEqual([odd, long]);
  expect(encodeMentions(text, people, [])).toBe(stored);
});
