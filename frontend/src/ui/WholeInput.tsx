import { TypedInput, type TypedInputProps } from './TypedInput';
import { type Range, useNumbers } from './useNumbers';

/** A whole number of a range, as of days or percent. */
export function WholeInput({ range, ...rest }: TypedInputProps & { range: Range }) {
  const { whole, wholeRefusal } = useNumbers();
  return (
    <TypedInput
      inputMode="numeric"
      read={(text) => whole(text) ?? text.trimStart()}
      write={String}
      refusal={(value) => wholeRefusal(value, range)}
      {...rest}
    />
  );
}
