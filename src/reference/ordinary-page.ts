/**
 * A page as ordinary as can be, made of the words that most pages are made
 * of. No fingerprint of a block page may match it, and the search for
 * patterns takes its words for common ones.
 */
export const ORDINARY_PAGE = `<!DOCTYPE html>
<html lang="en" dir="ltr" class="no-js"><head><meta charset="utf-8"><meta http-equiv="Content-Type" content="text/html; charset=UTF-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="description" content="News, video, music and more from around the world">
<meta property="og:title" content="Example"><meta property="og:image" content="https://www.example.com/images/logo_large.png"><meta name="robots" content="index, follow">
<title>Example: home page</title><link rel="canonical" href="https://www.example.com/"><link rel="shortcut icon" type="image/x-icon" href="/favicon.ico">
<link rel="stylesheet" type="text/css" href="/assets/css/style.min.css?v=1.2.3" media="all"><style>
body{margin:0;padding:0;font-family:Arial,Helvetica,sans-serif;font-size:14px;line-height:1.5;color:#333;background-color:#fff}
.header,.footer,.container{position:relative;display:block;max-width:1200px;height:auto;overflow:hidden;border-radius:4px;z-index:100;opacity:1}
.button:hover{text-decoration:none;cursor:pointer;transform:translate(-50%,-50%);transition:all .3s ease-in-out;box-shadow:0 1px 2px rgba(0,0,0,.2)}
@media screen and (min-width:768px){.col{display:flex;float:left;width:50%;align-items:center;justify-content:space-between;flex-direction:column}}</style>
<script type="text/javascript">(function(w,d){"use strict";var config={"version":"1.0","locale":"en_US","country":"US","language":"en","enabled":true,"debug":false,"user":null,"items":[]};
window.dataLayer=window.dataLayer||[];function gtag(){dataLayer.push(arguments)}gtag("js",new Date());
if(typeof window!=="undefined"&&document.querySelector){document.addEventListener("DOMContentLoaded",function(event){var element=document.getElementById("content");
element.className+=" loaded";for(var i=0;i<element.children.length;i++){element.children[i].setAttribute("data-index",String(i))}return false})}
try{localStorage.setItem("session","value");var request=new XMLHttpRequest();request.open("GET","/api/data.json?callback=render&id="+encodeURIComponent(location.href))}catch(error){console.log(error)}
Object.prototype.hasOwnProperty.call(config,"default")&&module.exports;Promise.resolve().then(function(response){return response.json()});this.state={loading:true,width:0,height:0}})(window,document);</script>
<script async src="https://cdn.example.com/static/js/jquery.min.js" integrity="" crossorigin="anonymous"></script></head>
<body id="home" class="page template-default"><div id="wrapper"><div class="header clearfix"><a href="/" title="Home"><img src="/img/logo.svg" alt="Logo" width="120" height="40"></a>
<ul class="nav navbar menu"><li class="active"><a href="/about">About us</a></li><li><a href="/contact.php">Contact</a></li><li><a href="https://www.facebook.com/" target="_blank" rel="noopener noreferrer">Facebook</a></li></ul>
<form action="/search" method="get"><label for="q">Search</label><input type="text" name="q" id="q" placeholder="Search this site" value=""><input type="hidden" name="token" value="0123456789abcdef"><button type="submit" class="btn btn-primary">Search</button></form></div>
<h1>Welcome to our website</h1><p>This is the place where people read about the things that they like: today's news, sport, weather, business, technology and health. You can sign in with your email address and password, or create a new account for free.</p>
<h2>Latest articles</h2><p>Please read more about it here. There have been many comments which were posted in the last few days; for example, some said that they would not have been able to find this information on any other page.</p>
<table border="0" cellpadding="0" cellspacing="0" align="center"><tr><td width="100%" valign="top"><span style="font-weight:bold">Download the app</span>&nbsp;&raquo;<br /></td></tr></table>
<iframe src="https://player.example.com/embed/video?autoplay=0" frameborder="0" allowfullscreen></iframe><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><path d="M12 2l3 7h7l-6 4"/></svg>
<div class="footer"><p>Copyright &copy; 2024 Example Inc. All rights reserved. <a href="/terms">Terms of service</a> | <a href="/privacy">Privacy policy</a> | <a href="/cookies">Cookies</a></p></div></div>
</body></html>
`;
