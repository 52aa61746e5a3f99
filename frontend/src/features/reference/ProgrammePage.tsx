import { Tabs } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Page } from '@/ui/Page';
import { type ProgrammeTab, programmeTabs } from './programmeTabs';
import { TiersPanel } from './TiersPanel';
import { VocabularyPanel } from './VocabularyPanel';
import { vocabularyNames } from './vocabularies';

const route = getRouteApi('/_app/settings/programme');

/** The vendor's tiers and vocabularies. */
export function ProgrammePage() {
  const { t } = useTranslation();
  const { tab = 'tiers' } = route.useSearch();
  const go = route.useNavigate();
  return (
    <Page>
      <Tabs
        value={tab}
        onChange={(next) => void go({ search: { tab: (next ?? 'tiers') as ProgrammeTab }, replace: true })}
        keepMounted={false}
      >
        <Tabs.List mb="md">
          {programmeTabs.map((one) => (
            <Tabs.Tab key={one} value={one}>
              {t(`vocabulary.${one}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="tiers">
          <TiersPanel />
        </Tabs.Panel>
        {vocabularyNames.map((one) => (
          <Tabs.Panel key={one} value={one}>
            <VocabularyPanel vocabulary={one} />
          </Tabs.Panel>
        ))}
      </Tabs>
    </Page>
  );
}
