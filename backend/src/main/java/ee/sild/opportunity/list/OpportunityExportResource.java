package ee.sild.opportunity.list;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import ee.sild.platform.http.HeavyRead;
import ee.sild.platform.http.export.Export;
import ee.sild.platform.http.export.ExportColumns;
import ee.sild.platform.http.export.ExportRequest;
import ee.sild.platform.security.ApiScope;
import ee.sild.platform.security.CurrentUser;

import static ee.sild.platform.security.Roles.ADMIN;
import static ee.sild.platform.security.Roles.ANALYST;
import static ee.sild.platform.security.Roles.CHANNEL_MANAGER;
import static ee.sild.platform.security.Roles.PARTNER_ADMIN;
import static ee.sild.platform.security.Roles.PARTNER_MANAGER;
import static ee.sild.platform.security.Roles.PARTNER_SELLER;
import static ee.sild.platform.security.Roles.SALES;

/** The list of opportunities as a file for people. */
@Path("/api/v1/opportunities/export")
@Tag(name = "Opportunities")
@RolesAllowed({ADMIN, CHANNEL_MANAGER, SALES, ANALYST, PARTNER_ADMIN, PARTNER_MANAGER, PARTNER_SELLER})
@ApiScope("opportunities")
@Transactional(TxType.SUPPORTS)
class OpportunityExportResource {

    private static final ExportColumns<OpportunitySummary> COLUMNS = new ExportColumns<OpportunitySummary>(
                    "opportunities")
            .text("number", OpportunitySummary::number)
            .text("topic", OpportunitySummary::topic)
            .name("customer", OpportunitySummary::customer)
            .term("status", "status", OpportunitySummary::status)
            .term("phase", "phase", row -> row.pipeline().phase())
            .term("alert", "alert", row -> row.pipeline().alert())
            .amount("estimatedValue", row -> row.value().estimated())
            .amount("actualValue", row -> row.value().actual())
            .text("currency", row -> row.value().currency())
            .number("probability", row -> row.pipeline().probability())
            .day("estimatedCloseDate", row -> row.pipeline().estimatedCloseDate())
            .day("dueOn", row -> row.pipeline().dueOn())
            .day("requestedDueOn", row -> row.pipeline().requestedDueOn())
            .name("partner", row -> row.assignment().partner())
            .texts("collaborators", row -> row.assignment().collaborators())
            .name("assignee", row -> row.assignment().assignee())
            .name("owner", row -> row.assignment().owner())
            .time("answerBy", row -> row.distribution().answerBy())
            .term("reason", "reason", row -> row.outcome().reasonCode())
            .term("source", "source", row -> row.origin().source())
            .time("createdAt", row -> row.origin().createdAt())
            .time("updatedAt", OpportunitySummary::updatedAt);

    private final OpportunityList list;
    private final CurrentUser user;

    OpportunityExportResource(OpportunityList list, CurrentUser user) {
        this.list = list;
        this.user = user;
    }

    @GET
    @HeavyRead(exports = true)
    @Produces({Export.CSV, Export.XLSX})
    @Operation(operationId = "exportOpportunities", summary = "Export opportunities", description = """
            Returns all items that match, in columns for people: headings and terms are in the language of \
            `Accept-Language`, times in the vendor's time zone. Sort by `updatedAt`, `createdAt`, `number`, `topic`, `customer`, `partner`, \
            `status`, `value`, `estimatedCloseDate`, `dueOn` or `answerBy`.""")
    public Export export(@Valid @BeanParam OpportunityFilter filter, @Valid @BeanParam ExportRequest file) {
        return file.of(list.search(filter, file.rows(), user), COLUMNS);
    }
}
