import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { FieldWarning } from '@/api/gen';

const identifiers = ['registryCode', 'vatNumber', 'webDomain'] as const;

type Company = {
  profile: Partial<Record<(typeof identifiers)[number], string | null>>;
  warnings: FieldWarning[];
};

/** The identifiers of a company as rows of a description list, each with the server's warning of a likely mistake. */
export function useIdentifierRows({ profile, warnings }: Company) {
  const { t } = useTranslation();
  return identifiers.map((field) => {
    const warning = warnings.find(({ pointer }) => pointer === `/profile/${field}`);
    return [
      t(`customer.${field}`),
      <>
        {profile[field] ?? '–'}
        {warning ? (
          <Text span display="block" size="xs" c="light-dark(#9a3d00, #ffb27a)">
            {warning.detail}
          </Text>
        ) : null}
      </>,
    ] as const;
  });
}
