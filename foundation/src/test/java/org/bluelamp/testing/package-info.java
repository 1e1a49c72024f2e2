/// The test kit, shipped as a test jar: PostgreSQL, fixed clocks, SQL contract, what a scenario proves.
package org.bluelamp.testing;
