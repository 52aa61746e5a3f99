package ee.sild.platform.http.parameter;

import java.util.Optional;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;

import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

import ee.sild.platform.problem.Problems;

/**
 * Answers {@code OPTIONS} with the methods of the address itself; the framework would list those of the whole resource.
 */
class OptionsFilter {

    private final AllowedMethods methods;

    OptionsFilter(AllowedMethods methods) {
        this.methods = methods;
    }

    @ServerRequestFilter(preMatching = true, nonBlocking = true)
    Optional<RestResponse<?>> answer(ContainerRequestContext request) {
        if (!request.getMethod().equals("OPTIONS")) {
            return Optional.empty();
        }
        var allowed = methods.of(request.getUriInfo().getPath());
        return Optional.of(
                allowed.isEmpty()
                        ? Problems.answer("not-found", null)
                        : RestResponse.ResponseBuilder.noContent()
                                .header(HttpHeaders.ALLOW, String.join(", ", allowed))
                                .build());
    }
}
