package ee.sild.opportunity.list;

import java.time.Instant;

import ee.sild.opportunity.Source;

/** Where a listed opportunity comes from. */
public record OriginSummary(Source source, Instant createdAt) {}
