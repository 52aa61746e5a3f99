package ee.sild.platform.http;

import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;

import org.jboss.resteasy.reactive.server.ServerRequestFilter;

import ee.sild.platform.http.csv.CsvWriter;

/**
 * Decides between JSON and CSV once, before the list is read. The framework would decide afterwards, and in some cases
 * differently: the client would get one page as if it were the whole list.
 */
class TableNegotiation {

    @HeavyRead
    @ServerRequestFilter(priority = Priorities.HEADER_DECORATOR)
    void choose(ContainerRequestContext asked, ResourceInfo resource) {
        var heavy = resource.getResourceMethod().getAnnotation(HeavyRead.class);
        if (heavy.asTable()) {
            CsvWriter.preferred(asked.getAcceptableMediaTypes())
                    .ifPresent(type -> asked.getHeaders().putSingle(HttpHeaders.ACCEPT, type.toString()));
        }
    }
}
