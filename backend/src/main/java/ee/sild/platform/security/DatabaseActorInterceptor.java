package ee.sild.platform.security;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;

/** Runs outside of the transaction, which may acquire its connection only at its end. */
@AsDatabaseActor(DatabaseActor.SYSTEM)
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE)
class DatabaseActorInterceptor {

    @AroundInvoke
    Object act(InvocationContext operation) throws Exception {
        var chosen = operation.getInterceptorBinding(AsDatabaseActor.class);
        return chosen.value().act(operation::proceed);
    }
}
