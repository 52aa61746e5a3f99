package ee.sild.settings;

import java.math.BigDecimal;
import java.time.LocalDate;

import jakarta.annotation.security.RolesAllowed;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

import ee.sild.platform.Page;
import ee.sild.platform.http.Idempotent;
import ee.sild.platform.problem.ProblemCodes;
import ee.sild.platform.security.ApiScope;

import static ee.sild.platform.security.Roles.ADMIN;
import static ee.sild.platform.security.Roles.ANALYST;
import static ee.sild.platform.security.Roles.CHANNEL_MANAGER;
import static ee.sild.platform.security.Roles.PARTNER_ADMIN;
import static ee.sild.platform.security.Roles.PARTNER_MANAGER;
import static ee.sild.platform.security.Roles.PARTNER_SELLER;
import static ee.sild.platform.security.Roles.SALES;

@Produces(MediaType.APPLICATION_JSON)
@Path("/api/v1/exchange-rates")
@Tag(name = "Exchange rates", description = "Exchange rates for sums in the base currency")
@RolesAllowed({ADMIN, CHANNEL_MANAGER, SALES, ANALYST, PARTNER_ADMIN, PARTNER_MANAGER, PARTNER_SELLER})
@ApiScope("reference")
@Transactional
@Idempotent
class ExchangeRateResource {

    private final ExchangeRates exchangeRates;
    private final ImportRates importRates;
    private final EntityManager database;

    ExchangeRateResource(ExchangeRates exchangeRates, ImportRates importRates, EntityManager database) {
        this.exchangeRates = exchangeRates;
        this.importRates = importRates;
        this.database = database;
    }

    @GET
    @Operation(
            operationId = "listExchangeRates",
            summary = "List exchange rates, by currency, latest first",
            description =
                    "Rates convert amounts to the base currency. The latest valid rate of each " + "currency applies.")
    public Page<ExchangeRate> list() {
        return Page.whole(database.createNativeQuery(
                        "select currency, valid_from, rate from exchange_rate order by currency, valid_from desc",
                        Tuple.class)
                .getResultStream()
                .map(row -> rate((Tuple) row))
                .toList());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(ADMIN)
    @ResponseStatus(201)
    @APIResponseSchema(value = ExchangeRate.class, responseCode = "201")
    @Operation(
            operationId = "setExchangeRate",
            summary = "Set an exchange rate",
            description =
                    "Replaces the rate of the same currency and day. The rate of the base currency " + "is always 1.")
    public ExchangeRate set(@NotNull @Valid ExchangeRate request) {
        exchangeRates.set(request);
        return request;
    }

    @POST
    @Path("/import")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(ADMIN)
    @Operation(
            operationId = "importExchangeRates",
            summary = "Import reference rates of the European Central Bank",
            description = "Takes the bank's files, as XML or CSV. Replaces rates of the same currency and day, and "
                    + "changes nothing else. Imports at most 50,000 rates.")
    public ImportedRatesView importRates(@NotNull @Valid ImportRatesRequest request) {
        return importRates.run(request);
    }

    @DELETE
    @Path("/{currency}/{validFrom}")
    @RolesAllowed(ADMIN)
    @ProblemCodes("exchange-rate.base")
    @Operation(
            operationId = "deleteExchangeRate",
            summary = "Delete an exchange rate",
            description = "The rate before it applies again. The rate of the base currency cannot be deleted.")
    public void delete(
            @Parameter(description = "The currency code (ISO 4217)") String currency,
            @Parameter(description = "The day from which the rate applies") String validFrom) {
        exchangeRates.delete(currency, validFrom);
    }

    private static ExchangeRate rate(Tuple row) {
        return new ExchangeRate(
                row.get("currency", String.class),
                row.get("valid_from", LocalDate.class),
                row.get("rate", BigDecimal.class));
    }
}
