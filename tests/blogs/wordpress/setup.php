<?php
// Installs WordPress and has an author, who may not write unfiltered HTML, write the posts given on
// standard input; prints their numbers.
define( 'WP_INSTALLING', true );
$_SERVER['HTTP_HOST'] = '127.0.0.1';
$site                 = getenv( 'CAREER_QUIZ_SITE' );
require $site . '/wp-load.php';
require_once ABSPATH . 'wp-admin/includes/upgrade.php';
require_once ABSPATH . 'wp-admin/includes/plugin.php';

// Its welcome goes by mail, which there is none of here.
function wp_new_blog_notification() {}

wp_install( 'Blog', 'admin', 'admin@example.com', false, '', 'of a test' );
$activated = activate_plugin( 'career-quiz/career-quiz.php' );
if ( is_wp_error( $activated ) ) {
	throw new Exception( $activated->get_error_message() );
}

$author = wp_insert_user(
	array(
		'user_login' => 'author',
		'user_pass'  => 'of a test',
		'role'       => 'author',
	)
);
wp_set_current_user( $author );
if ( current_user_can( 'unfiltered_html' ) ) {
	throw new Exception( 'An author should not be allowed unfiltered HTML.' );
}

$numbers = array();
foreach ( json_decode( stream_get_contents( STDIN ), true ) as $name => $content ) {
	$numbers[ $name ] = wp_insert_post(
		array(
			'post_title'   => $name,
			// WordPress expects what a form sends, with slashes.
			'post_content' => wp_slash( $content ),
			'post_status'  => 'publish',
		),
		true
	);
}
echo json_encode( $numbers );
