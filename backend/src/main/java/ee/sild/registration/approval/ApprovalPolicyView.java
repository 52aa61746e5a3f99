package ee.sild.registration.approval;

import java.util.List;

import ee.sild.platform.http.Versioned;

/** Who decides on registrations: the first matching rule. */
public record ApprovalPolicyView(List<ApprovalRuleView> rules, long version) implements Versioned {}
