package ee.sild.identity;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

import ee.sild.platform.Invalid;
import ee.sild.platform.NotFound;

/** The systems that may call the API. */
@ApplicationScoped
class ApiClients implements PanacheRepositoryBase<ApiClient, UUID> {

    private final Users users;
    private final Clock clock;

    ApiClients(Users users, Clock clock) {
        this.users = users;
        this.clock = clock;
    }

    ApiClientView create(CreateApiClient request) {
        return create(request, "sild_" + Secret.next().substring(0, 16), "sild_secret_" + Secret.next());
    }

    ApiClientView create(CreateApiClient request, String clientId, String secret) {
        if (request.role().isStaff() != (request.partnerId() == null)) {
            throw new Invalid("/role", "role");
        }
        var user = User.client(request.name(), request.role(), request.partnerId(), clock.instant());
        users.persist(user);
        var client = new ApiClient(user.id(), clientId, Secret.hash(secret), request.scopes(), clock.instant());
        persistAndFlush(client);
        return ApiClientView.of(client, user, secret);
    }

    List<ApiClientView> all() {
        return list("order by createdAt, userId").stream()
                .map(client -> ApiClientView.of(client, users.findById(client.userId()), null)).toList();
    }

    ApiClientView revoke(UUID id) {
        var client = findByIdOptional(id).orElseThrow(NotFound::new);
        client.revoke(clock.instant());
        return ApiClientView.of(client, users.findById(id), null);
    }

    Optional<ApiClient> proven(String clientId, String secret) {
        return find("clientId", clientId).firstResultOptional().filter(client -> client.proves(secret));
    }
}
