import { useSuspenseQuery } from '@tanstack/react-query';
import { getMeOptions } from '@/api/gen/@tanstack/react-query.gen';

/** Who is signed in; the pages behind the sign-in are shown only once that is known. */
export const useMe = () => useSuspenseQuery(getMeOptions()).data;
