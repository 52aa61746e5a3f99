import { ifMatch } from '@/api/client';
import {
  type ApprovalPolicyView,
  type ApprovalRuleRequest,
  type ApprovalRuleView,
  editApprovalPolicy,
} from '@/api/gen';
import { same } from '@/ui/changes';

const ids = (refs: { id: string }[]) => refs.map((ref) => ref.id);

/** A rule as the API expects it. */
export const ruleRequest = (rule: ApprovalRuleView): ApprovalRuleRequest => ({
  name: rule.name,
  tierIds: ids(rule.tiers),
  territoryIds: ids(rule.territories),
  productLineIds: ids(rule.productLines),
  valueFrom: rule.valueFrom ?? null,
  valueTo: rule.valueTo ?? null,
  exclusivityDays: rule.exclusivityDays ?? null,
  steps: rule.steps.map((step) => ({ approver: step.approver, userId: step.person?.id ?? null })),
});

/** Rules have no version of their own: all of them are saved together, against the version of the policy. */
export const saveRules = async (policy: ApprovalPolicyView, rules: ApprovalRuleRequest[]) =>
  (await editApprovalPolicy({ headers: ifMatch(policy), body: { rules }, throwOnError: true })).data;

/** By how many percent the value of an approved registration may change. */
export const saveShare = async (policy: ApprovalPolicyView, materialChangePercent: number) =>
  (await editApprovalPolicy({ headers: ifMatch(policy), body: { materialChangePercent }, throwOnError: true })).data;

/** A rule with the policy it is part of: its position there is all that identifies it. */
export interface PositionedRule {
  version: number;
  policy: ApprovalPolicyView;
  at: number;
  rule: ApprovalRuleView;
}

/** Null for a new rule. */
export const ruleAt = (policy: ApprovalPolicyView, at: number): PositionedRule | null => {
  const rule = policy.rules[at];
  return rule ? { version: policy.version, policy, at, rule } : null;
};

export function existingRuleAt(policy: ApprovalPolicyView, at: number): PositionedRule {
  const found = ruleAt(policy, at);
  if (!found) throw new Error(`No rule at position ${at}`);
  return found;
}

/**
 * The current position of a rule: where it is unchanged, else where it is the only one of its name, else where all other rules are
 * unchanged; -1 if it is gone.
 */
export function currentPosition({ rule, at, policy }: PositionedRule, { rules }: ApprovalPolicyView) {
  const isSame = (one: ApprovalRuleView, other: ApprovalRuleView | undefined) =>
    !!other && same(ruleRequest(one), ruleRequest(other));
  const unchanged = rules.findIndex((one) => isSame(one, rule));
  if (unchanged >= 0) return unchanged;
  const isNamed = (one: ApprovalRuleView) => one.name === rule.name;
  if ([policy.rules, rules].every((all) => all.filter(isNamed).length === 1)) return rules.findIndex(isNamed);
  const othersUnchanged = rules.every((one, index) => index === at || isSame(one, policy.rules[index]));
  return rules.length === policy.rules.length && othersUnchanged ? at : -1;
}
