import { expectTypeOf, test } from 'vitest';
import type { RegistrationCommand } from '@/features/registrations/commands';
import type { OpportunityCommand } from './commands';

test('a command has the body that its action needs', () => {
  // @ts-expect-error CLOSE needs an outcome.
  expectTypeOf({ action: 'CLOSE' } as const).toExtend<OpportunityCommand>();
  // @ts-expect-error DECLINE needs a code.
  expectTypeOf({ action: 'DECLINE', body: { reason: '' } } as const).toExtend<OpportunityCommand>();
  // @ts-expect-error REJECT needs a code.
  expectTypeOf({ action: 'REJECT', body: { reason: 'No' } } as const).toExtend<RegistrationCommand>();
  expectTypeOf({ action: 'DECLINE', body: { reasonCode: 'PRICE' } } as const).not.toExtend<OpportunityCommand>();
  expectTypeOf({ action: 'RESUME' } as const).toExtend<OpportunityCommand>();
});
