import { useSuspenseQuery } from '@tanstack/react-query';
import { getMeOptions } from '@/api/gen/@tanstack/react-query.gen';

/** The signed-in user; pages behind the sign-in render only once it is loaded. */
export const useMe = () => useSuspenseQuery(getMeOptions()).data;
