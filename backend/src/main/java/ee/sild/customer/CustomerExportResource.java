package ee.sild.customer;

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

/** The list of customers as a file for people. */
@Path("/api/v1/customers/export")
@Tag(name = "Customers")
@RolesAllowed({ADMIN, CHANNEL_MANAGER, SALES, ANALYST, PARTNER_ADMIN, PARTNER_MANAGER, PARTNER_SELLER})
@ApiScope("customers")
@Transactional(TxType.SUPPORTS)
class CustomerExportResource {

    private static final ExportColumns<CustomerSummary> COLUMNS = new ExportColumns<CustomerSummary>("customers")
            .text("name", CustomerSummary::name)
            .text("registryCode", CustomerSummary::registryCode)
            .country("country", CustomerSummary::country)
            .text("city", CustomerSummary::city)
            .name("industry", CustomerSummary::industry)
            .time("updatedAt", CustomerSummary::updatedAt);

    private final CustomerList list;
    private final CurrentUser user;

    CustomerExportResource(CustomerList list, CurrentUser user) {
        this.list = list;
        this.user = user;
    }

    @GET
    @HeavyRead(exports = true)
    @Produces({Export.CSV, Export.XLSX})
    @Operation(operationId = "exportCustomers", summary = "Export customers", description = """
            Returns all items that match, in columns for people: headings and terms are in the language of \
            `Accept-Language`, times in the vendor's time zone. Sort by `name` or `updatedAt`.""")
    public Export export(@Valid @BeanParam CustomerFilter filter, @Valid @BeanParam ExportRequest file) {
        return file.of(list.search(filter, file.rows(), user), COLUMNS);
    }
}
