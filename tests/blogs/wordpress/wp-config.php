<?php
// A WordPress that knows only this machine.
define( 'DB_NAME', 'wordpress' );
define( 'DB_USER', 'root' );
define( 'DB_PASSWORD', '' );
define( 'DB_HOST', 'localhost:' . getenv( 'CAREER_QUIZ_SOCKET' ) );
define( 'DB_CHARSET', 'utf8mb4' );
define( 'DB_COLLATE', '' );
$table_prefix = 'wp_';

// The port is known only once the server runs.
$career_quiz_home = 'http://' . ( isset( $_SERVER['HTTP_HOST'] ) ? $_SERVER['HTTP_HOST'] : '127.0.0.1' );
define( 'WP_HOME', $career_quiz_home );
define( 'WP_SITEURL', $career_quiz_home );

foreach ( array( 'AUTH', 'SECURE_AUTH', 'LOGGED_IN', 'NONCE' ) as $career_quiz_name ) {
	define( $career_quiz_name . '_KEY', 'of a test' );
	define( $career_quiz_name . '_SALT', 'of a test' );
}
define( 'WP_HTTP_BLOCK_EXTERNAL', true );
define( 'DISABLE_WP_CRON', true );
define( 'AUTOMATIC_UPDATER_DISABLED', true );
// A notice or a deprecation in the page is a fault of the plugin.
define( 'WP_DEBUG', true );
define( 'WP_DEBUG_DISPLAY', true );

if ( ! defined( 'ABSPATH' ) ) {
	define( 'ABSPATH', __DIR__ . '/' );
}
require_once ABSPATH . 'wp-settings.php';
