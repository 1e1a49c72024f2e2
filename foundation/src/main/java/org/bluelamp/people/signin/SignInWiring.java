package org.bluelamp.people.signin;

import org.bluelamp.people.SignInLimits;
import org.bluelamp.policy.PolicyKind;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class SignInWiring {
    @Bean
    PolicyKind<SignInLimits> signInPolicy() {
        return Accounts.LIMITS;
    }
}
