import type { UserView } from '@/api/gen';

const folded = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** Whether the name or address contains each word, whatever its case and accents. */
export function matchesUser(user: UserView, search: string) {
  const text = folded(`${user.name} ${user.email}`);
  return folded(search)
    .split(/\s+/)
    .every((word) => text.includes(word));
}
