package ee.sild.dashboard;

import ee.sild.opportunity.OpportunityStatus;
import ee.sild.platform.Money;

/** The opportunities in one status. */
public record StatusCount(OpportunityStatus status, long count, Money value) {}
